import { columnsOfRow, forms, type FormId, type TableId } from '../../server/src/form/form';
import type { Random } from '../support/random';

export type Amounts = Record<string, number>;
export type ReportNumbers = Record<TableId, Record<string, Amounts>>;

/** The numbers of an organ's report that continue last year's, all of its own sums holding. */
export function laterOrgan(before: ReportNumbers | null, form: FormId, random: Random): ReportNumbers {
  return {
    proactive: proactive(before?.proactive ?? null, form, random),
    applications: applications(before?.applications ?? null, form, random),
    disputes: disputes(form, random),
  };
}

export function addUp(row: Amounts, column: string, by: number): void {
  row[column] = row[column]! + by;
  row.total = row.total! + by;
}

function empty(table: TableId, form: FormId): Record<string, Amounts> {
  return Object.fromEntries(
    forms[form].tables[table].rows.map((row) => [
      row.id,
      Object.fromEntries(columnsOfRow(table, row.id, form).map((column) => [column, 0])),
    ]),
  );
}

function applications(before: Record<string, Amounts> | null, form: FormId, random: Random): Record<string, Amounts> {
  const rows = empty('applications', form);
  const outcomes = Object.keys(rows).filter((id) => !['received', 'carriedIn', 'outcomeTotal', 'carriedOut'].includes(id));
  for (const { id: column } of forms[form].tables.applications.columns) {
    if (column === 'total') continue;
    const busy = column === 'naturalPerson' || column === 'business';
    const received = busy ? random.int(8, 30) : random.int(0, 2);
    const carriedIn = before ? before.carriedOut![column]! : random.int(0, 3);
    const carriedOut = busy ? random.int(0, 4) : 0;
    addUp(rows.received!, column, received);
    addUp(rows.carriedIn!, column, carriedIn);
    addUp(rows.carriedOut!, column, carriedOut);
    for (let n = 0; n < received + carriedIn - carriedOut; n++) {
      addUp(rows[random.chance(0.5) ? 'granted' : random.pick(outcomes)]!, column, 1);
      addUp(rows.outcomeTotal!, column, 1);
    }
  }
  return rows;
}

function disputes(form: FormId, random: Random): Record<string, Amounts> {
  const rows = empty('disputes', form);
  for (const row of Object.values(rows)) {
    for (const column of ['upheld', 'corrected', 'pending']) addUp(row, column, random.chance(0.5) ? 0 : random.int(1, 3));
  }
  return rows;
}

function proactive(before: Record<string, Amounts> | null, form: FormId, random: Random): Record<string, Amounts> {
  const rows = empty('proactive', form);
  const documents = rows.normativeDocuments!;
  if (form === '2021') {
    const stock = before?.normativeDocuments!.inForce ?? random.int(20, 40);
    documents.issued = random.int(1, 6);
    documents.repealed = random.int(0, 4);
    documents.inForce = stock + documents.issued - documents.repealed;
    for (const row of ['licensing', 'penalty', 'coercion']) rows[row]!.decisions = random.int(0, 90);
    rows.fees!.amount = random.int(0, 9000) / 100;
    return rows;
  }
  documents.made = random.int(1, 6);
  documents.newlyPublished = documents.made;
  documents.publishedTotal = documents.made + random.int(5, 30);
  for (const id of ['licensing', 'otherServices', 'penalty', 'coercion', 'fees']) {
    const row = rows[id]!;
    const old = before?.[id];
    row.previousItems = old ? old.previousItems! + old.change! : random.int(10, 40);
    row.change = random.int(-3, 3);
    if (id !== 'fees') row.decisions = random.int(0, 90);
  }
  rows.procurement!.items = random.int(1, 5);
  rows.procurement!.amount = random.int(1, 400);
  return rows;
}
