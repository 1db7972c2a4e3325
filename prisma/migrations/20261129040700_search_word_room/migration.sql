-- Counts change with every document: with room on its page a row is changed where it stands, and no index hears of it.
ALTER TABLE search_word SET (fillfactor = 60);
