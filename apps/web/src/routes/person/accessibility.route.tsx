export { Accessibility as Component } from '../../features/accessibility/accessibility.tsx';
