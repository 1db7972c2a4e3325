import { html, page } from "#lib/demo/pages/layout";
import { WORDS } from "#lib/demo/pages/words";

/**
 * Rows as high as their posts, of which only those near the window are in the document: they leave it when they scroll
 * away, as in the lists of big platforms. Two spacers keep their places; a row's height is guessed until it is drawn, so
 * placing is repeated until nothing moves.
 */
const LIST_SCRIPT = `
const list=document.querySelector(".list"),tag=decodeURIComponent(location.pathname.split("/").pop()),KEEP=700,GUESS=240,GAP=14;
const before=document.createElement("div"),after=document.createElement("div");list.append(before,after);
let rows=[],cursor=0,busy=false,done=false;
const mounted=new Map(),heights=[];
const height=i=>heights[i]??GUESS;
async function more(){
  if(busy||done)return;busy=true;
  const a=await fetch("/api/tag/"+encodeURIComponent(tag)+"?cursor="+cursor);
  if(!a.ok){done=true;say(a.status===401?"sheet":"error");return}
  const r=await a.json();
  rows.push(...r.rows.filter(row=>!row.includes("data-hidden")));cursor=r.next;busy=false;
  if(r.isFrozen){done=true;list.removeAttribute("aria-busy")}
  else if(cursor===null||r.saysEnd){done=true;list.removeAttribute("aria-busy");const end=document.createElement("p");end.className="end";end.dataset.end="";end.textContent=list.dataset.endWords;list.after(end)}
  draw();
}
function say(id){const t=document.getElementById(id);list.removeAttribute("aria-busy");list.after(t.content.cloneNode(true))}
function draw(){for(let round=0;round<8&&place();round++);
  if(mounted.has(rows.length-1)&&scrollY+innerHeight>document.documentElement.scrollHeight-500)more()}
function place(){
  const origin=list.offsetTop,top=scrollY-KEEP-origin,bottom=scrollY+innerHeight+KEEP-origin;
  let first=0,above=0;while(first<rows.length&&above+height(first)<top)above+=height(first++);
  let last=first,y=above;while(last<rows.length&&y<bottom)y+=height(last++);
  let below=0;for(let i=last;i<rows.length;i++)below+=height(i);
  // Before anything leaves: a page that is short for a moment loses its scroll position.
  before.style.height=above+"px";after.style.height=below+"px";
  for(const[i,node]of mounted)if(i<first||i>=last){node.remove();mounted.delete(i)}
  let previous=before;
  for(let i=first;i<last;i++){
    let node=mounted.get(i);
    if(!node){const holder=document.createElement("div");holder.innerHTML=rows[i];node=holder.firstElementChild;previous.after(node);mounted.set(i,node)}
    previous=node;
  }
  let moved=false;
  for(const[i,node]of mounted){const real=node.offsetHeight+GAP;if(heights[i]!==real){heights[i]=real;moved=true}}
  return moved;
}
addEventListener("scroll",draw,{passive:true});addEventListener("resize",draw);more();`;

/** The page of a hashtag: an empty list that its script fills while the reader scrolls. */
export function tagPage(tag: string): string {
  const lang = /\p{Script=Arabic}/u.test(tag) ? "ar" : "en";
  const body = `<h1 dir="auto">#${html(tag)}</h1><div class="list" aria-busy="true" data-end-words="${WORDS[lang].endOfList}"></div>${notices(lang)}<script>${LIST_SCRIPT}</script>`;
  return page({ title: `#${tag}`, lang, body });
}

/** The site's own advertisement between the posts; it is no post and must not be collected. */
export function promotedRow(): string {
  return `<article class="post promoted" data-promoted lang="en" dir="ltr"><span class="label">Promoted</span>
<div class="head"><bdi class="name">Palm Shade Ltd.</bdi></div>
<p class="text" dir="auto">Shade by the hour, in a city that does not exist. #everything</p></article>`;
}

/** What can come instead of more posts: a request to sign in over all of it, or an error with a way to try again. */
function notices(lang: "ar" | "en"): string {
  const words = WORDS[lang];
  return `<template id="sheet"><form class="login sheet" style="position:fixed;inset-block-end:0;inset-inline:0;background:Canvas;border-block-start:2px solid;padding:2rem"><p>${words.signIn}</p></form></template>
<template id="error"><div class="end" data-list-error><p>${words.listFailed}</p><button type="button">${words.tryAgain}</button></div></template>`;
}
