// The one script of every page with live parts. Relative addresses, so that all may stand under a versioned path.
import "./live.js";
import "./age.js";
import "./keep.js";
import "./keys.js";
import "./timeline.js";
import "./choose.js";
import "./file.js";
import "./paper.js";
import "./raised.js";
import "./report.js";
import "./sent.js";
import "./steady.js";
import "./push.js";
