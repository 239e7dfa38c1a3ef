import path from 'node:path';
import { languageSchema } from '#shared/text.ts';

type Command = { usage: string; run: (args: string[]) => Promise<number> };

const checklistsFolder = path.relative('', path.join(import.meta.dirname, '../checklists')) || '.';
const language = languageSchema.catch('zh-CN').parse(process.env.DEFAULT_LANGUAGE);
const print = console.log;

/** Undefined where what was written stays, as in a file. */
function liveShow(): ((line: string) => void) | undefined {
  return process.stdout.isTTY ? line => void process.stdout.write(`\r\x1b[2K${line}`) : undefined;
}

/** A command gives its exit code. Each is loaded when it is asked for: the checklists are checked before a server with its libraries would be read. */
const commands = new Map<string, () => Promise<Command>>([
  [
    'demo',
    async () => {
      const { runDemo } = await import('./cli/demo.ts');
      return { usage: 'demo', run: () => runDemo(process.env, checklistsFolder) };
    },
  ],
  [
    'lint-checklists',
    async () => {
      const { lintChecklists } = await import('./cli/lint-checklists.ts');
      return {
        usage: 'lint-checklists [folder …]',
        run: folders => lintChecklists(folders, { builtIn: checklistsFolder, language, print }),
      };
    },
  ],
  [
    'rehearse',
    async () => {
      const { rehearse, rehearseUsage: usage } = await import('./cli/rehearse/rehearse.ts');
      return { usage, run: args => rehearse(args, { language, print, show: liveShow() }) };
    },
  ],
  [
    'verify',
    async () => {
      const { verifyReportFile, verifyReportUsage: usage } = await import('./cli/verify-report.ts');
      return { usage, run: args => verifyReportFile(args, { language, print }) };
    },
  ],
  [
    'verify-trail',
    async () => {
      const { verifyTrail, verifyTrailUsage: usage } = await import('./cli/verify-trail.ts');
      const { readConfig } = await import('./config.ts');
      const dataFolder = () => readConfig(process.env).dataFolder;
      return { usage, run: args => verifyTrail(args, { language, print, dataFolder }) };
    },
  ],
]);

const [name = '', ...args] = process.argv.slice(2);
const open = commands.get(name);
if (open) {
  try {
    const command = await open();
    process.exitCode = await command.run(args);
  } catch (error) {
    const { explainFailure } = await import('./explain-failure.ts');
    console.error(explainFailure(error));
    process.exitCode = 1;
  }
} else {
  const known = await Promise.all([...commands.values()].map(each => each()));
  console.error(known.map(({ usage }) => `npm run rencheng -- ${usage}`).join('\n'));
  process.exitCode = 1;
}
