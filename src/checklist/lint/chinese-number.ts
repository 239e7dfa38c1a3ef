const digits = '零一二三四五六七八九';
const tens: Record<string, number> = { 十: 10, 百: 100 };

/** 二十七 and 27 are 27; only what articles of laws need, up to 999. */
export function chineseNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  let sum = 0;
  let digit = 0;
  for (const character of written.replace('〇', '零')) {
    const unit = tens[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
