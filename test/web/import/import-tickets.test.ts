import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImportTickets } from '#web/import/import-tickets.ts';

const ticket = (id: string, text = '') => ({
  ...{ id, assessmentId: 'a', fileName: 'x.xlsx', outcome: undefined },
  incoming: { items: [], faults: [{ itemId: undefined, place: text, message: { zh: '', en: '' } }], absent: [] },
});

test('as many files as fit are kept, the oldest going first', () => {
  const tickets = new ImportTickets(() => new Date(0));
  for (let index = 0; index < 50; index++) tickets.keep(ticket(`t${index}`));
  assert.equal(tickets.find('t9', 'a'), undefined);
  assert.equal(tickets.find('t10', 'a')?.id, 't10');
  tickets.keep(ticket('large', 'x'.repeat(40_000_000)));
  tickets.keep(ticket('larger', 'x'.repeat(40_000_000)));
  assert.equal(tickets.find('large', 'a'), undefined);
  assert.equal(tickets.find('larger', 'a')?.id, 'larger');
});
