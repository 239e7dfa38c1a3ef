/** A log that keeps what it is told. */
export function recordingLog() {
  const messages: string[] = [];
  const record = (_details: object, message: string) => {
    messages.push(message);
  };
  return { messages, warn: record, error: record };
}
