// The one script that a browser of 2012 must understand: it says what is wrong instead of staying white.
window.addEventListener('load', function () {
  var able =
    'noModule' in document.createElement('script') &&
    typeof window.structuredClone === 'function' &&
    typeof window.BroadcastChannel === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    window.CSS &&
    CSS.supports &&
    CSS.supports('selector(:has(a))')
  if (!able) document.getElementById('too-old').style.display = 'block'
})
