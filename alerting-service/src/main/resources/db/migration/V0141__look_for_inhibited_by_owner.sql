-- What waits for a greater alert is looked for among the alerts of its owner that fire, no longer by
-- the one that kept it back: another may have taken its place.
drop index suppression_inhibited_idx;
