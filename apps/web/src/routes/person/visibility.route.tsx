export { Visibility as Component } from '../../features/visibility/visibility.tsx';
