import { sheetFault } from './fault';
import { sheetLimits } from './limits';

/**
 * Counts what a reader keeps, before it keeps it. One budget serves a whole file, so that fifty sheets ask no more
 * than one.
 */
export class SheetBudget {
  private cells = 0;
  private rows = 0;
  private text = 0;

  /** One row of so many cells begins at `place`. */
  row(width: number, place: number): void {
    this.rows += 1;
    this.cells += width;
    if (width > sheetLimits.columns) sheetFault('too_wide', { place, limit: sheetLimits.columns });
    if (this.rows > sheetLimits.rows) sheetFault('too_many_rows', { place, limit: sheetLimits.rows });
    if (this.cells > sheetLimits.cells) sheetFault('too_many_cells', { place, limit: sheetLimits.cells });
  }

  /** One more cell shows what another holds. */
  filled(place: number): void {
    this.cells += 1;
    if (this.cells > sheetLimits.cells) sheetFault('too_many_cells', { place, limit: sheetLimits.cells });
  }

  /** A cell's text of so many UTF-16 units stands in row `place`. */
  cell(length: number, place: number): void {
    this.text += length;
    if (length > sheetLimits.cellLength) sheetFault('cell_too_long', { place, limit: sheetLimits.cellLength });
    if (this.text > sheetLimits.textLength) sheetFault('too_much_text', { place, limit: sheetLimits.textLength });
  }
}
