/* plotly.js writes style attributes, which the page's policy blocks, as it should where text becomes
   markup. Set through the style object they are admitted. */

const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function set(name, value) {
  if (name === 'style') this.style.cssText = value;
  else setAttribute.call(this, name, value);
};
