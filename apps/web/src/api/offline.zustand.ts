import { create } from 'zustand';

/** Answers on the screens that this device kept from an earlier visit, because the server gave none: when it last did. */
export type OfflineView = {
  /** Device time of the server's last answer, by the hash of its query. */
  since: Readonly<Record<string, string>>;
};

export const useOfflineView = create<OfflineView>(() => ({ since: {} }));
