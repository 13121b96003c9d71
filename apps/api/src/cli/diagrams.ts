import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDiagrams } from '@huanbao/casework';
import { renderContractFlow } from '@huanbao/contracts';
import { renderTaskFlow } from '@huanbao/marketplace';
import '@huanbao/complaints';
import '@huanbao/penalties';
import '@huanbao/credit-evaluation';
import '@huanbao/rectification';
import '@huanbao/credit-repair';
import '@huanbao/permits';
import '@huanbao/watch-list';

const FOLDER = 'docs/machines';

/** `npm run diagrams`: writes a state diagram of every machine of the house into `docs/machines/`. Tasks and contracts are no cases: they bring their own. */
writeDiagrams(FOLDER);
writeFileSync(join(FOLDER, 'service-task.md'), renderTaskFlow());
writeFileSync(join(FOLDER, 'contract.md'), renderContractFlow());
