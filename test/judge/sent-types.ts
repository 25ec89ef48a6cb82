/** The types under which Bolt hands to an app what Slack sends it, by name for the schema. */
import type { BlockAction, BlockElementAction, BlockSuggestion, EnvelopedEvent } from '@slack/bolt';
import type { GlobalShortcut, MessageShortcut, SlashCommand, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import type { SlackEvent } from '@slack/types';

export type Envelope = EnvelopedEvent;
export type AnyEvent = SlackEvent;
export type Click = BlockAction;
export type AnyAction = BlockElementAction;
export type Suggestion = BlockSuggestion;
export type Global = GlobalShortcut;
export type OnMessage = MessageShortcut;
export type Command = SlashCommand;
export type Closed = ViewClosedAction;
export type Submitted = ViewSubmitAction;
