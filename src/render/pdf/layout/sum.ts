/** Numbers in, their total out. */
export function sum(numbers: readonly number[], from = 0): number {
  return numbers.reduce((total, number) => total + number, from);
}
