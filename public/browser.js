// The one script that a browser of 2012 must understand: it says what is wrong instead of staying white,
// and where the address is that of a chart it asks for the chart's files at once.
;(function () {
  var chartFiles = [] // filled in by the build
  var own = document.currentScript
  if (!own || !/\/c\/[\w-]+/.test(location.pathname)) return
  for (var at = 0; at < chartFiles.length; at += 1) {
    var link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = own.src.replace(/browser\.js.*$/, 'assets/' + chartFiles[at])
    document.head.appendChild(link)
  }
})()
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
