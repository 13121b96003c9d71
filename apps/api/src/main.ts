import { loadCity, loadEnv, runProcess } from '@huanbao/platform';
import { createApi } from './bootstrap';

void runProcess('api', async () => {
  const env = loadEnv(process.env);
  const app = await createApi({ env, city: loadCity(env.HB_CITY_FILE) });
  await app.listen(env.HB_PORT, env.HB_HOST);
  return { stop: () => app.close() };
});
