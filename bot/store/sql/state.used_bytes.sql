-- How many bytes of the database hold something; pages that a later write can take are left out. No parameters.
SELECT (page_count - freelist_count) * page_size
FROM pragma_page_count, pragma_freelist_count, pragma_page_size;
