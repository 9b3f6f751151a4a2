/**
 * Passwords of ten characters and more that people choose again and again: keyboard rows, doubled words, a word and a
 * number. Our own short list in lower case; it is there to stop the first guesses, not to replace the length.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  '1234567890', '12345678910', '123456789a', '0123456789', '01234567890', '9876543210', '0987654321', '1111111111', '0000000000',
  '1122334455', '1212121212', '123123123123', '1234512345', '1q2w3e4r5t', '1q2w3e4r5t6y', '1qaz2wsx3edc', '1qazxsw23edc', 'qazwsxedcrfv',
  'q1w2e3r4t5', 'q1w2e3r4t5y6', 'qwertyuiop', 'qwertyuiop123', 'qwerty1234', 'qwerty12345', 'qwerty123456', 'asdfghjkl1', 'asdfghjkl123',
  'zxcvbnm123', 'zaq12wsxcde3', 'abcdefghij', 'abcd123456', 'abc1234567', 'aaaaaaaaaa', 'a123456789', 'a1b2c3d4e5',
  'password12', 'password123', 'password1234', 'password12345', 'password01', 'password1!', 'password123!', 'passwordpassword', 'p@ssword123',
  'p@ssw0rd123', 'p@ssw0rd1234', 'passw0rd123', 'pa55word123', 'mypassword', 'mypassword1', 'newpassword', 'letmein123', 'letmein1234',
  'welcome123', 'welcome1234', 'welcome123!', 'changeme123', 'iloveyou12', 'iloveyou123', 'iloveyou1234', 'football12', 'football123',
  'liverpool1', 'liverpool123', 'manchester', 'manchester1', 'arsenal123', 'chelsea123', 'superman123', 'princess123', 'sunshine123',
  'charlie123', 'michael123', 'jennifer123', 'basketball', 'starwars123', 'computer123', 'administrator', 'admin123456', 'admin12345',
  'administrator1', 'summer2025', 'summer2026', 'winter2025', 'winter2026', 'autumn2025', 'autumn2026', 'spring2026', 'hospital123',
  'nurse12345', 'doctor12345', 'nhs1234567', 'trustno1234', 'healthcare', 'healthcare1',
]);
