import type { ResponseOf } from '@rounds/contracts/endpoint';
import type { Key } from '@rounds/contracts/item';
import type { ItemForReview, readVersionForReview } from '@rounds/contracts/sign-off';
import type { ComponentType } from 'react';

export type VersionRead = ResponseOf<typeof readVersionForReview>;

type ItemShown = Pick<ItemForReview, 'kind' | 'stemHtml' | 'prompts' | 'options' | 'rationales'>;

/** How a question is shown: another feature's piece, given by the route. */
export type ReviewPieces = { ItemWithKey: ComponentType<{ item: ItemShown; itemKey: Key }> };
