import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import { followLinks } from "./address";
import { Shell } from "./shell/Shell";
import { showTheme } from "./shell/theme";
import { takeToken } from "./token";

takeToken();
showTheme();
const root = document.getElementById("pages");
if (root) {
  followLinks(root);
  render(<Shell />, root);
}
