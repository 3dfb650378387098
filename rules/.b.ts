import { graferFör } from './resultat/kommungrafer.ts';
import { fakta, ögonblick } from './resultat/fakta.ts';
const us:any[]=[]; let s=1; const r=(n:number)=>{s=(s*1103515245+12345)&0x7fffffff; return s%n;};
for(let i=0;i<2000;i++){ const two=r(2)===1; us.push({manad:'2026-09',inkommen:'2026-09-03',kommun:'0001',vuxna:[{id:'a',fodd:'1980-01-01',bistandsmanader:['2026-03','2026-04','2026-05','2026-06','2026-07','2026-08'],inkomster:[{typ:'lon',netto:r(900000)/100},{typ:'bostadsbidrag',netto:r(200000)/100},{typ:'barnbidrag',netto:1250},{typ:'underhallsstod',netto:1673}]},...(two?[{id:'b',fodd:'1980-01-01'}]:[])],sambor:two||undefined,barn:Array.from({length:r(7)},(_,j)=>({id:'c'+j,fodd:(2008+r(18))+'-05-05',lunchBorta:r(2)===1})),kostnader:[{typ:'boende',belopp:6000+r(6000)},{typ:'hushallsel',belopp:300+r(500)},{typ:'hemforsakring',belopp:100+r(200)},{typ:'a-kassa',belopp:150}]});}
const fs=us.map(u=>fakta(u)); const m=ögonblick(us[0]); const g=graferFör('0001').huvudgraf; const run=g.wire(m) as any;
const t=(n:string,k:number,f:()=>void)=>{f();f();f();const a=performance.now();for(let i=0;i<k;i++)f();console.log(n, Math.round(k*us.length/((performance.now()-a)/1000)),'/s');};
t('run',200,()=>{for(const f of fs) run(f);});
t('many',200,()=>{run.many(fs);});
t('fakta',50,()=>{for(const u of us) fakta(u);});
t('explain',3,()=>{for(const f of fs) g.explain(m,f);});
