-- All visits, in the order of the key. No parameters.
SELECT day, channel, lang, module, visits
FROM visit_day
ORDER BY day, channel, lang, module;
