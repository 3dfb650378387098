/** A sentence with its phone number as a link that calls it, so that nobody on a phone has to remember the digits. */
export function Ringbar({ text, telefon }: { text: string; telefon: string }) {
  const [före = '', ...efter] = text.split(telefon);
  if (efter.length === 0) return <>{text}</>;
  return (
    <>
      {före}
      <a href={`tel:${telefon.replace(/[^\d+]/g, '')}`} dir="ltr">
        {telefon}
      </a>
      {efter.join(telefon)}
    </>
  );
}
