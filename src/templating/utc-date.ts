/** A `Date` whose local fields are its UTC fields, so that date-fns never sees the machine's zone. */
export class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
  override getMilliseconds(): number {
    return this.getUTCMilliseconds();
  }
  override getTimezoneOffset(): number {
    return 0;
  }
  override setFullYear(year: number, month?: number, day?: number): number {
    return this.setUTCFullYear(year, month ?? this.getUTCMonth(), day ?? this.getUTCDate());
  }
  override setMonth(month: number, day?: number): number {
    return this.setUTCMonth(month, day ?? this.getUTCDate());
  }
  override setDate(day: number): number {
    return this.setUTCDate(day);
  }
  override setHours(hours: number, minutes?: number, seconds?: number, ms?: number): number {
    return this.setUTCHours(
      hours,
      minutes ?? this.getUTCMinutes(),
      seconds ?? this.getUTCSeconds(),
      ms ?? this.getUTCMilliseconds(),
    );
  }

  /** date-fns makes its copies through this symbol (`constructFrom`). */
  [Symbol.for("constructDateFrom")](value: number | string | Date): UtcDate {
    return new UtcDate(value);
  }
}
