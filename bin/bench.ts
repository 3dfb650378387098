// npm run bench [-- name …]: measures. Every room's measurements stand in its folder bench/, one file each, with `bench()`.
const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  motor: () => import('@stegvis/engine/bench/motor'),
  ssbtek: () => import('@stegvis/server/bench/ssbtek'),
  trad: () => import('@stegvis/server/bench/trad'),
  kill: () => import('@stegvis/server/bench/manad-kill'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Mätningen ${unknown.join(', ')} finns inte. Det finns: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length === 0 ? Object.keys(benches) : asked) {
  console.log(`${name}:`);
  await (await benches[name]!()).bench();
}
