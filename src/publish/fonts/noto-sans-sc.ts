import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));

/** The one family that documents and pictures are set in (OFL), regular and bold. */
export const notoSansSc = {
  family: 'Noto Sans SC',
  folders: ['400Regular', '700Bold'].map(weight => path.join(folder, weight)),
  files: ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map(file =>
    path.join(folder, file),
  ),
};
