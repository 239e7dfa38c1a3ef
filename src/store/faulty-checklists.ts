import { describeFileFault, type FileFault } from './file-fault.ts';

/** The program does not start on faulty built-in checklists; the message lists every fault in both languages. */
export class FaultyChecklists extends Error {
  readonly faults: FileFault[];

  constructor(faults: FileFault[]) {
    super(faults.map(fault => `${describeFileFault(fault, 'zh-CN')} (${fault.message.en})`).join('\n'));
    this.name = 'FaultyChecklists';
    this.faults = faults;
  }
}
