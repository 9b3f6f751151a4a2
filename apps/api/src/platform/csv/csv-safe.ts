const STARTS_A_FORMULA = /^[@+=|%\t\r\n＝＋－＠-]/;
const PLAIN_NUMBER = /^-?[0-9,.]+$/;

/** A cell, or a heading, that no spreadsheet runs as a formula. Plain numbers stay numbers. */
export function csvSafe(value: string): string {
  return STARTS_A_FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value.replaceAll('|', '\\|')}` : value;
}

/** One line of RFC 4180, without its line end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(csvSafe(cell))).join(',');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
