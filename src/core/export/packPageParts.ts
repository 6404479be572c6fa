/** Style and script of the copy pack's page; whole and unchanging, because the page's policy names their digests. */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1b1f24;--soft:#5b6470;--line:#d9dee5;--act:#1f5eff;--act-ink:#fff;--mind:#8a4b00}
@media(prefers-color-scheme:dark){:root{--ground:#14171b;--card:#1d2126;--ink:#e8ebef;--soft:#a3adb9;--line:#343b44;--act:#7aa2ff;--act-ink:#0c1220;--mind:#ffb968}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header,main{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;position:sticky;top:0;background:var(--ground);padding:.5rem 0;margin:0}
h3{font-size:1rem;margin:0}h4{font-size:.875rem;margin:0;flex:1;font-weight:600}
header p,.when,.piece{margin:0;color:var(--soft)}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;margin:0 0 1rem}
article:has(.done :checked)>:is(.field,figure,.findings,.piece){display:none}
article:has(.done :checked) h3{color:var(--soft);text-decoration:line-through}
.findings{color:var(--mind);padding-left:1.2rem;margin:.5rem 0}
.field{margin-top:.75rem}.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem}h4{min-width:5rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all;font:inherit;margin:.25rem 0 0;padding:.75rem;border:1px solid var(--line);border-radius:8px;max-height:16rem;overflow:auto}
button{font:inherit;font-weight:600;min-height:48px;min-width:80px;padding:0 1rem;flex:none;border:0;border-radius:8px;background:var(--act);color:var(--act-ink)}
button[data-rich]{background:none;border:1px solid var(--act);color:var(--act)}
button:focus-visible,input:focus-visible,a:focus-visible,pre:focus-visible{outline:3px solid var(--act);outline-offset:2px}
figure{margin:.75rem 0 0;display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem}figure a{position:relative;display:block;min-height:48px;border-radius:8px}img{display:block;width:100%;border-radius:8px}figure a span{position:absolute;left:4px;top:4px;min-width:24px;padding:0 6px;border-radius:12px;background:var(--ink);color:var(--card);font-size:.875rem;line-height:24px;text-align:center}figcaption{grid-column:1/-1;color:var(--soft)}
.done{display:flex;align-items:center;gap:.75rem;min-height:48px;margin-top:.75rem}.done input{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--act)}
#sum{font-weight:600;color:var(--ink)}#unkept{color:var(--mind)}
#told{position:fixed;left:0;right:0;bottom:0;margin:0;padding:1rem;text-align:center;background:var(--ink);color:var(--card)}#told:empty{display:none}
`;

export const pageScript = `
const told=document.getElementById('told');
let timer=0;
function tell(name){told.textContent=told.dataset[name];clearTimeout(timer);timer=setTimeout(()=>{told.textContent=''},2500)}
function byEvent(pre,text,html){
  let done=false;
  getSelection().selectAllChildren(pre);
  const put=(event)=>{event.preventDefault();event.clipboardData.setData('text/plain',text);if(html)event.clipboardData.setData('text/html',html);done=true};
  document.addEventListener('copy',put,{once:true});
  const said=document.execCommand('copy');
  document.removeEventListener('copy',put);
  if(said&&done)getSelection().removeAllRanges();
  return said&&done;
}
async function copy(pre,text,html){
  if(byEvent(pre,text,html))return true;
  if(!navigator.clipboard)return false;
  const blobs={'text/plain':new Blob([text],{type:'text/plain'})};
  if(html)blobs['text/html']=new Blob([html],{type:'text/html'});
  return (html?navigator.clipboard.write([new ClipboardItem(blobs)]):navigator.clipboard.writeText(text)).then(()=>true,()=>false);
}
document.addEventListener('click',async(event)=>{
  const button=event.target.closest('button');
  if(!button)return;
  const field=button.closest('.field');
  const pre=field.querySelector('pre');
  const html='rich' in button.dataset?field.querySelector('textarea').value:'';
  if(await copy(pre,pre.textContent,html))tell('copied');
  else{getSelection().selectAllChildren(pre);tell('select')}
});
const boxes=[...document.querySelectorAll('.done input')];
const sum=document.getElementById('sum');
const kept='juzhen '+document.title;
function count(){if(sum)sum.textContent=sum.dataset.text.replace('%d',boxes.filter((box)=>box.checked).length).replace('%n',boxes.length)}
const unkept=document.getElementById('unkept');
try{const done=JSON.parse(localStorage.getItem(kept)||'[]');for(const box of boxes)box.checked=done.includes(box.value)}catch(error){if(unkept)unkept.hidden=false}
document.addEventListener('change',()=>{count();try{localStorage.setItem(kept,JSON.stringify(boxes.filter((box)=>box.checked).map((box)=>box.value)))}catch(error){if(unkept)unkept.hidden=false}});
count();
`;
