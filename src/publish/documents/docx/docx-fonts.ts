import type { IFontAttributesProperties } from 'docx';

const latin = 'Times New Roman';

/** The letters of official documents (GB/T 9704-2012), by name: their licences do not allow taking them along. */
export const docxFonts = {
  body: fontOf('仿宋'),
  heading1: fontOf('黑体'),
  heading2: fontOf('楷体'),
  title: fontOf('方正小标宋简体'),
  pageNumber: fontOf('宋体'),
} satisfies Record<string, IFontAttributesProperties>;

function fontOf(eastAsia: string): IFontAttributesProperties {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia };
}

/** The names of the same letters on other systems; Word and WPS take the first that is there. */
const others = {
  仿宋: { names: '仿宋_GB2312,FangSong,FangSong_GB2312,华文仿宋,STFangsong,FZFangSong-Z02S', family: 'modern' },
  黑体: { names: 'SimHei,华文黑体,STHeiti,微软雅黑,Noto Sans CJK SC,Noto Sans SC', family: 'swiss' },
  楷体: { names: '楷体_GB2312,KaiTi,KaiTi_GB2312,华文楷体,STKaiti,LXGW WenKai', family: 'script' },
  方正小标宋简体: {
    names: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,小标宋,华文中宋,STZhongsong,宋体,SimSun',
    family: 'roman',
  },
  宋体: { names: 'SimSun,新宋体,NSimSun,华文宋体,STSong,Noto Serif CJK SC', family: 'roman' },
};

/** `word/fontTable.xml`, which the library writes without other names. */
export function fontTableXml(): string {
  const fonts = Object.entries(others).map(
    ([name, { names, family }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const latinFont = `<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${fonts.join('')}${latinFont}</w:fonts>`;
}
