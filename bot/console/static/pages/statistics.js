// Charts: arrow keys go from mark to mark, and a chart can be kept as a picture.
"use strict";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const EDGES = { Home: 0, End: -1 };
const [WIDTH, MARGIN, HEAD, SHARPNESS] = [760, 24, 64, 2];
const SVG = "http://www.w3.org/2000/svg";

function walk(event) {
  const mark = event.target.closest(".mark");
  if (!mark || !(event.key in STEPS || event.key in EDGES)) return;
  const marks = [...event.currentTarget.querySelectorAll(".mark")];
  const next = event.key in EDGES
    ? marks.at(EDGES[event.key])
    : marks[marks.indexOf(mark) + STEPS[event.key]];
  event.preventDefault();
  if (!next) return;
  mark.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function element(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/* The drawing as a picture of its own: of a fixed width, on white, under its title and days. */
function framed(drawing, title, days) {
  const height = Number(drawing.getAttribute("height"));
  const chart = drawing.cloneNode(true);
  for (const tip of chart.querySelectorAll(".tip")) tip.remove();
  const place = { x: MARGIN, y: HEAD, width: WIDTH - 2 * MARGIN, height };
  for (const [key, value] of Object.entries(place)) chart.setAttribute(key, value);
  const size = { width: WIDTH, height: height + HEAD + MARGIN };
  const picture = element("svg", { xmlns: SVG, ...size });
  const words = { x: MARGIN, "font-family": drawing.getAttribute("font-family"), fill: "#1c2421" };
  picture.append(
    element("rect", { ...size, fill: "#ffffff" }),
    element("text", { ...words, y: 32, "font-size": 20, "font-weight": 700 }, title),
    element("text", { ...words, y: 58, "font-size": 15 }, days),
    chart);
  return { ...size, source: new XMLSerializer().serializeToString(picture) };
}

function load(source) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    const url = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
    image.onload = () => { URL.revokeObjectURL(url); resolve(image); };
    image.onerror = () => { URL.revokeObjectURL(url); reject(new Error("no picture")); };
    image.src = url;
  });
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function take(event) {
  const figure = event.currentTarget.closest(".chart");
  const { width, height, source } = framed(
    figure.querySelector("svg"),
    figure.querySelector("h2").textContent,
    document.querySelector(".lead").textContent);
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const name = `${event.currentTarget.dataset.picture}.png`;
  canvas.getContext("2d").drawImage(await load(source), 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, name), "image/png");
}

for (const drawing of document.querySelectorAll(".chart svg")) {
  drawing.addEventListener("keydown", walk);
}
for (const button of document.querySelectorAll("button[data-picture]")) {
  button.hidden = false;
  button.addEventListener("click", take);
}
