/** Injection tokens of the two configuration objects. `@Inject(ENV) env: Env`, `@Inject(CITY) city: City`. */
export const ENV = Symbol('Env');
export const CITY = Symbol('City');
