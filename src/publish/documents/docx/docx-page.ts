import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionPropertiesOptions,
  convertMillimetersToTwip as mm,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { docxFonts } from './docx-fonts.ts';

/** Half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt, 小五 9 pt, 六号 7.5 pt. */
export const sizes = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18, 六号: 15 };
/** 22 lines on 225 mm, in twips. */
export const linePitch = 579;
/** What the type area is wide, in twips: 156 mm, turned 225 mm. */
export const typeArea = { upright: 8845, wide: 12756 };

/** 37, 35, 28 and 26 mm. */
const margins = {
  upright: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
  // The binding edge turns with the page.
  wide: { top: mm(28), bottom: mm(26), left: mm(37), right: mm(35) },
};

/** GB/T 9704-2012: A4, type area of 156 × 225 mm, 22 lines of 28 characters; off the grid lines stand as close as their style says. */
export function docxPage(isWide: boolean, onGrid = !isWide): ISectionPropertiesOptions {
  return {
    page: {
      // A4 as Word writes it.
      size: {
        width: 11906,
        height: 16838,
        orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...(isWide ? margins.wide : margins.upright), header: mm(15), footer: isWide ? mm(16) : mm(25) },
    },
    // Lines only: LibreOffice sets every letter of a table into the cells of a grid of characters. Turned pages hold tables alone.
    ...(onGrid ? { grid: { type: DocumentGridType.LINES, linePitch } } : {}),
  };
}

/** — 1 — outside: odd pages right, even ones left, one character in. */
export const docxFooters = {
  default: footer({ alignment: AlignmentType.RIGHT, indent: { right: oneCharacter() } }),
  even: footer({ alignment: AlignmentType.LEFT, indent: { left: oneCharacter() } }),
};

function footer(place: { alignment: 'right' | 'left'; indent: { left?: number; right?: number } }): Footer {
  const number = { children: ['— ', PageNumber.CURRENT, ' —'], font: docxFonts.pageNumber, size: sizes.四号 };
  return new Footer({ children: [new Paragraph({ ...place, children: [new TextRun(number)] })] });
}

/** 四号 in twips. */
function oneCharacter(): number {
  return sizes.四号 * 10;
}
