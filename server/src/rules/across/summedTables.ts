import type { TableId } from '../../form/form';

/** The tables that a government's report sums up from its organs: applications and disputes, each counted by the organ concerned. */
export const summedTables: readonly TableId[] = ['applications', 'disputes'];
