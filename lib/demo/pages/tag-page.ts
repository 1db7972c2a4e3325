import { html, page } from "#lib/demo/pages/layout";

/** Rows stand at fixed places and leave the document when they scroll away, as in the lists of big platforms. */
const LIST_SCRIPT = `
const list=document.querySelector(".list"),tag=decodeURIComponent(location.pathname.split("/").pop()),ROW=262,KEEP=900;
let rows=[],cursor=0,busy=false,done=false;
const mounted=new Map();
async function more(){
  if(busy||done)return;busy=true;
  const r=await fetch("/api/tag/"+encodeURIComponent(tag)+"?cursor="+cursor).then(r=>r.json());
  rows.push(...r.rows);cursor=r.next;busy=false;list.style.height=rows.length*ROW+"px";
  if(cursor===null){done=true;const end=document.createElement("p");end.className="end";end.dataset.end="";end.textContent="— —";list.after(end)}
  draw();
}
function draw(){
  const top=scrollY-list.offsetTop-KEEP,bottom=scrollY-list.offsetTop+innerHeight+KEEP;
  for(const[i,node]of mounted){const y=i*ROW;if(y+ROW<top||y>bottom){node.remove();mounted.delete(i)}}
  rows.forEach((row,i)=>{const y=i*ROW;if(y+ROW<top||y>bottom||mounted.has(i))return;
    const holder=document.createElement("div");holder.innerHTML=row;const node=holder.firstElementChild;node.style.top=y+"px";list.append(node);mounted.set(i,node)});
  if(scrollY+innerHeight>document.documentElement.scrollHeight-400)more();
}
addEventListener("scroll",draw,{passive:true});more();`;

/** The page of a hashtag: an empty list that its script fills while the reader scrolls. */
export function tagPage(tag: string): string {
  const lang = /\p{Script=Arabic}/u.test(tag) ? "ar" : "en";
  const body = `<h1 dir="auto">#${html(tag)}</h1><div class="list" aria-busy="true"></div><script>${LIST_SCRIPT}</script>`;
  return page({ title: `#${tag}`, lang, body });
}

/** The site's own advertisement between the posts; it is no post and must not be collected. */
export function promotedRow(): string {
  return `<article class="post promoted" data-promoted><div class="head"><span class="name">Palm Shade Ltd.</span></div>
<p class="text" dir="auto">Promoted · Shade by the hour, in a city that does not exist. #everything</p></article>`;
}
