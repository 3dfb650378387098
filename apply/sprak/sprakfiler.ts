import { laddaSpråk } from '@stegvis/ui';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import so from './so.json' with { type: 'json' };
import svLatt from './sv-latt.json' with { type: 'json' };
import ti from './ti.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };

laddaSpråk('sv-latt', svLatt);
laddaSpråk('en', en);
laddaSpråk('ar', ar);
laddaSpråk('so', so);
laddaSpråk('ti', ti);
laddaSpråk('uk', uk);
laddaSpråk('fa', fa);
