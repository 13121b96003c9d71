import { writeDiagrams } from '@huanbao/casework';
import '@huanbao/marketplace';
import '@huanbao/permits';

/** `npm run diagrams`: writes a state diagram of every machine of the house into `docs/machines/`. */
writeDiagrams('docs/machines');
