/** What people in the room send is kept with the minute only: to the millisecond it could be held against what somebody saw. */
export function wholeMinute(at: string): string {
  const minute = 60_000;
  return new Date(Math.floor(Date.parse(at) / minute) * minute).toISOString();
}
