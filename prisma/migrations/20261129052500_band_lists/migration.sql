-- New entries wait in a list that every question reads from end to end; at the usual 4 MB that takes ten times as long as
-- the question itself (measured at 800,000 wordings).
ALTER INDEX wording_bands_idx SET (gin_pending_list_limit = 128);
ALTER INDEX wording_pivot_bands_idx SET (gin_pending_list_limit = 128);
