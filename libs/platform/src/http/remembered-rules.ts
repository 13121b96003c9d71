import { getMetadataStorage, MetadataStorage } from 'class-validator';

type Rules = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;
const KEPT = Symbol.for('huanbao.remembered-rules');

/**
 * class-validator 0.15 goes through the rules of all classes at every validation to find those of the one it has, which among
 * a thousand forms is most of what a validation costs. The rules of a class are found once here, and anew after any is added.
 */
export function rememberRules(storage: MetadataStorage & { [KEPT]?: true } = getMetadataStorage()): void {
  if (storage[KEPT]) return;
  storage[KEPT] = true;
  const found = new Map<unknown, Map<string, Rules>>();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const add = storage.addValidationMetadata.bind(storage);
  storage.addValidationMetadata = metadata => {
    found.clear();
    add(metadata);
  };
  storage.getTargetValidationMetadatas = (...asked) => {
    const [target, schema, always, strictGroups, groups] = asked;
    if (schema || groups?.length) return find(...asked);
    const ofClass = found.get(target) ?? found.set(target, new Map()).get(target)!;
    const key = `${always} ${strictGroups}`;
    return ofClass.get(key) ?? ofClass.set(key, find(...asked)).get(key)!;
  };
}
