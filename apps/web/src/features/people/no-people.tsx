import { Empty } from '../../ui/empty.tsx';

export function NoPeople() {
  return (
    <Empty title="Nobody fits these filters">
      <p>Look for a shorter part of the name, or clear the filters.</p>
    </Empty>
  );
}
