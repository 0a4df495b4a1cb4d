-- All data files.
SELECT name, text
FROM data_file
ORDER BY name;
