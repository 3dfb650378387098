import type { Command } from './stegvis.ts';
import { exit } from './terminal.ts';

const text = `Stegvis räknar ekonomiskt bistånd enligt lagen, utan databas och utan inloggning.
Undantagen är syntet och statistik, som använder databasen (DATABASE_URL eller den inbyggda).

  stegvis berakna FIL.json            beräkningen som tabell med skäl
  stegvis berakna FIL.json --json     beräkningen som ett JSON-objekt
  stegvis berakna FIL.json --kort     bara huvudtalen, som JSON
  stegvis berakna - [--kort]          ett underlag per rad på standard in, ett svar eller fel per rad ut
  stegvis forklara FIL.json           beräkningen i meningar med lagrum
  stegvis aktivitetskrav FIL.json     om aktivitetskrav ska, får eller inte får ställas, och timmar per vecka
  stegvis aktivitetskrav FIL.json --json
  stegvis statistik --gor-om          gör om underlaget till statistiken ur ärendena
  stegvis statistik --lista           alla mått
  stegvis statistik MÅTT [--csv]      ett mått, skyddat; --fran --till --tid --uppdelning
  stegvis prova-kvitto FIL.json       räknar om ett kvitto och jämför
  stegvis ekonomi --deltagare 1500 --andel 15 --besparing-tkr 110 [--json]
                                      arbetsmodellens ekonomi med osäkerhet; fler val: --andel-fran, --andel-till,
                                      --betalning, --manader, --plats-kr, --plats-manader, --fro, --dragningar
  stegvis syntet --hushall 10000 --ar 10 --fro 7 [--till ÅÅÅÅ-MM]
                                      fyller databasen med en påhittad kommuns siffror; --tom tar bort dem
  stegvis hjalp                       den här texten

Genom npm: npm run --silent stegvis -- berakna FIL.json

Svaret skrivs på standard ut och inget annat skrivs där. Fel skrivs på standard fel, ett per rad med plats och vad som
är tillåtet. På standard in får rader vara tomma; de hoppas över.

Slutkod
  0  svaret är skrivet
  1  kvittot stämmer inte, eller ett fel i Stegvis
  2  underlaget, filen eller kommandot går inte att använda (även om bara en rad är fel)
  3  en regel eller ett belopp är inte beslutat för månaden
`;

/** `stegvis hjalp`: what can be asked and what the exit codes mean. */
export const hjalp: Command = async (_args, terminal) => {
  await terminal.out(text);
  return exit.ok;
};
