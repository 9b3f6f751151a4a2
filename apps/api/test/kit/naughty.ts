/**
 * A small selection from the Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings, MIT): one
 * of each kind that programs stumble over.
 */
export const NAUGHTY: readonly string[] = [
  'undefined', 'null', 'true', 'NaN', '0', '-1', '1/0', '1E+02', '0x0', '123456789012345678901234567890123456789', '1,000.00',
  ',./;\'[]\\-=<>?:"{}|_+!@#$%^&*()`~', '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000e\u000f\u0010\u007f', '\t\u000b\f\u0085\u00a0\u2028\u2029\ufeff',
  '\u00ad\u0600\u200b\u200e\u202a\u2060\u2066', 'Ω≈ç√∫˜µ≤≥÷', '¡™£¢∞§¶•ªº–≠', '⁰⁴⁵₀₁₂', 'ด้้้้้็็็็็้้้้้็็็็', '田中さんにあげて下さい', '찦차를 타고 온 펲시맨',
  '👩🏽 👨‍🦰 🐵🙈🙉🙊 ✋🏿', '🇺🇸🇷🇺🇸', 'בְּרֵאשִׁית', 'הָיְתָהtestالصفحات', '\u202etest\u202e', '\u2066test\u2067', 'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤', '˙ɐnbᴉlɐ ɐuƃɐɯ',
  '<script>alert(0)</script>', '"><img src=x onerror=alert(1)>', "';alert(1);'", '<svg><script>123<1>alert(3)</script>', '&lt;script&gt;',
  '<a href="javascript\\x3Ajavascript:alert(1)">x</a>', "1;DROP TABLE person", "1'; DROP TABLE person-- 1", "' OR 1=1 -- 1", '%', '_', '-', '--',
  '--version', '$USER', '`touch /tmp/blns.fail`', '$(touch /tmp/blns.fail)', '@{[system "touch /tmp/blns.fail"]}', '../../../etc/passwd%00', '%d%s%n', '${jndi:ldap://x}',
  '{{7*7}}', 'CON', 'DCC SEND STARTKEYLOGGER 0 0 0', 'Scunthorpe General Hospital', 'If you\'re reading this, you\'ve been in a coma', '\u001b[31mred', '=1+1', '+cmd',
  '\r\nBcc: someone@other.test', 'a\u0000b', '\ud800', 'ﬁ Ⅷ ①',
];
