import 'reflect-metadata';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';
import { aDatabase } from '../kit/template-database.ts';

const DOMAINS = join(import.meta.dirname, '../../src/domains');

/** Tables that no domain owns: the platform's own, and the record of migrations. */
const WITHOUT_ENTITY = ['audit_event', 'demo_mail', 'migrations', 'server_secret'];

type Column = { name: string; type: string; nullable: boolean; primary: boolean };

let source: DataSource;
let drop: () => Promise<void>;
let tables: Map<string, Column[]>;
const entities = await loadEntities();

beforeAll(async () => {
  const database = await aDatabase();
  drop = database.drop;
  source = await new DataSource({ type: 'postgres', url: database.url, entities }).initialize();
  tables = await readTables();
});
afterAll(async () => {
  await source.destroy();
  await drop();
});

/** Every class that a file of entities exports, so that none can be left out. */
async function loadEntities(): Promise<(new () => object)[]> {
  const files = await readdir(DOMAINS, { recursive: true });
  const modules = await Promise.all(
    files.filter((file) => file.endsWith('.entity.ts')).map((file) => import(join(DOMAINS, file))),
  );
  return modules.flatMap((exported: Record<string, new () => object>) => Object.values(exported));
}

async function readTables(): Promise<Map<string, Column[]>> {
  const rows: (Column & { table: string })[] = await source.query(`
    SELECT c.table_name AS "table", c.column_name AS name, c.is_nullable = 'YES' AS nullable,
      CASE c.data_type WHEN 'ARRAY' THEN e.data_type || '[]' ELSE c.data_type END AS type,
      EXISTS (
        SELECT 1 FROM information_schema.table_constraints t
        JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
        WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = c.table_schema AND k.table_name = c.table_name
          AND k.column_name = c.column_name) AS "primary"
    FROM information_schema.columns c
    JOIN information_schema.tables f USING (table_schema, table_name)
    LEFT JOIN information_schema.element_types e
      ON e.object_schema = c.table_schema AND e.object_name = c.table_name AND e.object_type = 'TABLE'
      AND e.collection_type_identifier = c.dtd_identifier
    WHERE c.table_schema = 'public' AND f.table_type = 'BASE TABLE'`);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return new Map(
    [...byTable].map(([table, columns]) => [table, byName(columns.map(({ table: _, ...column }) => column))]),
  );
}

function columnsOf(entity: EntityMetadata): Column[] {
  return byName(
    entity.columns.map((column) => ({
      name: column.databaseName,
      type: source.driver.normalizeType(column) + (column.isArray ? '[]' : ''),
      nullable: column.isNullable,
      primary: column.isPrimary,
    })),
  );
}

const byName = (columns: Column[]): Column[] => columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));

describe('the entities', () => {
  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s has the columns of its table, and no others',
    (_, entity) => {
      const metadata = source.getMetadata(entity);
      expect(columnsOf(metadata)).toEqual(tables.get(metadata.tableName));
    },
  );

  it('stand for every table, each once', () => {
    const described = entities.map((entity) => source.getMetadata(entity).tableName).toSorted();
    expect(described).toEqual([...new Set(described)]);
    const owned = [...tables.keys()].filter((table) => !WITHOUT_ENTITY.includes(table));
    expect(owned.toSorted()).toEqual(described);
  });
});
