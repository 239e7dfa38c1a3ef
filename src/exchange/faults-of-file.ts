import type { IncomingFault } from '#assessment/incoming.ts';
import type { Text } from '#shared/text.ts';
import type { SheetCell } from './sheet-view.ts';
import type { Read } from './typed-cells.ts';

/** Collects what is wrong with a file, so that everything is told at once. */
export class FaultsOfFile {
  readonly faults: IncomingFault[] = [];

  add(place: string, message: Required<Text>, itemId?: string): void {
    this.faults.push({ itemId, place, message });
  }

  /** What the cell says; where it says nothing sound, that is noted and `instead` given. */
  take<T>(read: Read<T>, { cell, itemId, instead }: { cell: SheetCell; itemId: string; instead: T }): T {
    if (read.ok) return read.value;
    this.add(cell.place, read.message, itemId);
    return instead;
  }
}
