import { create } from 'zustand';

export type UpdateView = {
  /** A newer version of the program is on this device and waits for the person's word. */
  ready: boolean;
  /** They gave it, and another tab is in the middle of a module. */
  busyElsewhere: boolean;
};

export const useUpdateView = create<UpdateView>(() => ({ ready: false, busyElsewhere: false }));
