export function AboutReflections() {
  return (
    <aside className="side stack loose" aria-label="About reflections">
      <section className="stack tight">
        <h2 className="label">Who can read it</h2>
        <p>Only you. Your organisation cannot see it, nor that you wrote it.</p>
      </section>
      <section className="stack tight">
        <h2 className="label">You can write it anew</h2>
        <p>Each saving is kept with its date. The latest one stands first.</p>
      </section>
      <section className="stack tight">
        <h2 className="label">What we look for</h2>
        <p>On this device, as you write: NHS numbers and dates of birth. We may miss some.</p>
      </section>
    </aside>
  );
}
