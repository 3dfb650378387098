import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase, openDatabase } from '@stegvis/database';
import { körTidsstyrt, type Tidsstyrd } from './tidsstyrt.ts';

test('one that fails is told and the others run; each in a transaction of its own', async (t) => {
  const { url } = await createTestDatabase(t);
  const { db, close } = await openDatabase(url);
  t.after(close);
  const tenant = { kommun: '0001', nämnd: 'socialnamnden' };
  const körda: string[] = [];
  const fel: string[] = [];
  const lista: Tidsstyrd[] = [
    { namn: 'forst', kör: async () => void körda.push('forst') },
    {
      namn: 'fel',
      kör: async () => {
        throw new Error('fault');
      },
    },
    { namn: 'sist', kör: async (x, { nu }) => void körda.push(`${x.scope.aktör.id} ${nu}`) },
  ];
  await körTidsstyrt(lista, {
    db,
    tenant,
    nu: () => new Date('2026-11-24T08:00:00Z'),
    enqueue: async () => {},
    onFault: (namn) => fel.push(namn),
  });
  assert.deepEqual(körda, ['forst', 'sist 2026-11-24T08:00:00.000Z']);
  assert.deepEqual(fel, ['fel']);
});
