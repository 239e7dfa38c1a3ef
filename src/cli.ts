import path from 'node:path';
import { languageSchema } from '#shared/text.ts';
import { runDemo } from './cli/demo.ts';
import { lintChecklists } from './cli/lint-checklists.ts';
import { rehearse, rehearseUsage } from './cli/rehearse/rehearse.ts';
import { verifyReportFile, verifyReportUsage } from './cli/verify-report.ts';
import { verifyTrail, verifyTrailUsage } from './cli/verify-trail.ts';
import { readConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';

type Command = { usage: string; run: (args: string[]) => Promise<number> };

const checklistsFolder = path.relative('', path.join(import.meta.dirname, '../checklists')) || '.';
const language = languageSchema.catch('zh-CN').parse(process.env.DEFAULT_LANGUAGE);

/** Undefined where what was written stays, as in a file. */
function liveShow(): ((line: string) => void) | undefined {
  return process.stdout.isTTY ? line => void process.stdout.write(`\r\x1b[2K${line}`) : undefined;
}

/** A command gives its exit code. */
const commands = new Map<string, Command>([
  ['demo', { usage: 'demo', run: () => runDemo(process.env, checklistsFolder) }],
  [
    'lint-checklists',
    {
      usage: 'lint-checklists [folder …]',
      run: folders => lintChecklists(folders, { builtIn: checklistsFolder, language, print: console.log }),
    },
  ],
  [
    'rehearse',
    { usage: rehearseUsage, run: args => rehearse(args, { language, print: console.log, show: liveShow() }) },
  ],
  ['verify', { usage: verifyReportUsage, run: args => verifyReportFile(args, { language, print: console.log }) }],
  [
    'verify-trail',
    {
      usage: verifyTrailUsage,
      run: args =>
        verifyTrail(args, { language, print: console.log, dataFolder: () => readConfig(process.env).dataFolder }),
    },
  ],
]);

const [name = '', ...args] = process.argv.slice(2);
const command = commands.get(name);
if (command) {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    console.error(explainFailure(error));
    process.exitCode = 1;
  }
} else {
  console.error([...commands.values()].map(({ usage }) => `npm run rencheng -- ${usage}`).join('\n'));
  process.exitCode = 1;
}
