import { fileExtensions, fileFormats } from '../plan/file/fileExtensions';
import { MARKS_VERSION } from './marksPage';

/** Style and script of the review page; whole and unchanging, because the page's policy names their digests. */
export const reviewStyle = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1b1f24;--soft:#5b6470;--line:#d9dee5;--edge:#7d8793;--act:#1f5eff;--act-ink:#fff;--mark:#fff1c9;--mind:#8a4b00}
@media(prefers-color-scheme:dark){:root{--ground:#14171b;--card:#1d2126;--ink:#e8ebef;--soft:#a3adb9;--line:#343b44;--edge:#7f8a97;--act:#7aa2ff;--act-ink:#0c1220;--mark:#4a3b12;--mind:#ffb968}}
*{box-sizing:border-box}
html{scroll-padding-bottom:8rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.7 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header,main{max-width:46rem;margin:0 auto;padding:1rem}main{padding-bottom:9rem}
h1{font-size:1.4rem;margin:0}h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
h3{font-size:.95rem;margin:0 0 .5rem}h3 span{color:var(--soft);font-weight:400}h4{font-size:.8rem;margin:0;color:var(--soft);font-weight:600}
header p{margin:.5rem 0 0;color:var(--soft)}.warn{color:var(--mind)}
blockquote{margin:.75rem 0 0;padding:.5rem .75rem;border-inline-start:3px solid var(--act);background:var(--card)}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;margin:0 0 1rem}
section{margin-top:.75rem}section p{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
.s{cursor:pointer;border-radius:3px;text-decoration:underline dotted var(--line) 1px;text-underline-offset:.28em}
.s:hover{background:color-mix(in srgb,var(--act) 14%,transparent)}.s[data-marked]{background:var(--mark);text-decoration-color:var(--mind)}
.s[aria-expanded=true]{outline:2px solid var(--act)}
.said{margin:.25rem 0 .5rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--mind);color:var(--soft);font-size:.9rem;white-space:pre-wrap;overflow-wrap:anywhere}
.mark{margin:.5rem 0;padding:.75rem;border:1px solid var(--act);border-radius:8px;display:grid;gap:.5rem}
.mark[data-fixed] .edit,.mark:not([data-fixed]) .fixed{display:none}.fixed{margin:0;color:var(--soft);font-size:.9rem}
label{font-size:.9rem;color:var(--soft)}textarea,footer input{display:block;width:100%;font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--edge);border-radius:8px;padding:.5rem}
fieldset{border:0;border-top:1px solid var(--line);margin:1rem 0 0;padding:.75rem 0 0;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem}legend{float:inline-start;font-size:.9rem;font-weight:600;padding:0;margin-inline-end:1rem}
fieldset label{display:flex;align-items:center;gap:.4rem;min-height:32px;color:var(--ink)}fieldset .wide{display:block;width:100%;color:var(--soft)}
input[type=checkbox]{width:1.15rem;height:1.15rem;margin:0}
button{font:inherit;font-weight:600;min-height:44px;padding:0 1rem;border:1px solid var(--act);border-radius:8px;background:var(--act);color:var(--act-ink)}.mark div{display:flex;gap:.5rem;flex-wrap:wrap}button.quiet{background:none;color:var(--act)}
.s:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible{outline:3px solid var(--act);outline-offset:2px}
figure{margin:.25rem 0 0;display:flex;flex-wrap:wrap;gap:.5rem}img{width:calc(33% - .34rem);height:auto;border-radius:8px}figcaption{width:100%;color:var(--soft);font-size:.85rem}
footer{position:fixed;inset:auto 0 0;background:var(--card);border-top:1px solid var(--line);padding:.75rem 1rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;justify-content:center}footer label{flex:0 1 18rem}output{min-height:44px;display:flex;align-items:center;color:var(--soft)}
#told,#kept{width:100%;margin:0;text-align:center}#told:empty,#kept:empty{display:none}#kept{color:var(--mind)}
@media print{footer,fieldset{display:none}}
`;

/**
 * Marks are kept by name: `v.2` the verdict on the third text, `s.2.0.14` the sentence at 14 of its first field. What is
 * written is kept in the browser too, so that a closed tab loses nothing; one that refuses is told of on the page, at once.
 */
export const reviewScript = `
const body=document.body;
const key='juzhen-review '+body.dataset.review;
const by=document.getElementById('by'),tally=document.getElementById('tally'),told=document.getElementById('told'),kept=document.getElementById('kept');
const marks=new Map();
let reader='',saved=true;
function remember(){
  try{localStorage.setItem(key,JSON.stringify({reader,by:by.value,marks:[...marks]}))}
  catch(error){kept.textContent=kept.dataset.never}
}
function recall(){
  let text='';
  try{text=localStorage.getItem(key)||'{}'}catch(error){text='{}';kept.textContent=kept.dataset.never}
  try{
    const draft=JSON.parse(text);
    if(typeof draft.reader==='string'&&/^k[0-9a-f]{16}$/.test(draft.reader))reader=draft.reader;
    if(typeof draft.by==='string')by.value=draft.by;
    for(const [id,mark] of Array.isArray(draft.marks)?draft.marks:[])marks.set(id,mark);
  }catch(error){marks.clear();kept.textContent=kept.dataset.lost}
  if(reader==='')reader='k'+[...crypto.getRandomValues(new Uint8Array(8))].map((byte)=>byte.toString(16).padStart(2,'0')).join('');
}
function count(){const n=marks.size;tally.textContent=n===0?tally.dataset.none:n===1?tally.dataset.one:tally.dataset.many.replace('{n}',String(n))}
function put(id,mark){if(mark)marks.set(id,mark);else marks.delete(id);saved=false;remember();count()}
const about=(article)=>({target:JSON.parse(article.dataset.target),hash:article.dataset.hash});
const nameOf=(s)=>['s',s.closest('article').dataset.item,s.closest('section').dataset.number,s.dataset.at].join('.');
const well=(text)=>text.isWellFormed?text.toWellFormed():text;
function show(s){
  const mark=marks.get(nameOf(s));
  const line=s.closest('p');
  s.toggleAttribute('data-marked',Boolean(mark));
  for(const old of line.parentElement.querySelectorAll('.said'))if(old.dataset.at===s.dataset.at)old.remove();
  if(!mark)return;
  const said=document.createElement('div');
  said.className='said';said.dataset.at=s.dataset.at;
  said.textContent=[mark.comment,mark.suggestion===null?'':'→ '+mark.suggestion].filter(Boolean).join('\\n');
  line.after(said);
}
function shut(){for(const form of document.querySelectorAll('.mark'))form.remove();for(const s of document.querySelectorAll('.s[aria-expanded=true]'))s.setAttribute('aria-expanded','false')}
function open(s){
  const was=s.getAttribute('aria-expanded')==='true';
  shut();
  if(was)return;
  const section=s.closest('section'),article=s.closest('article'),id=nameOf(s),known=marks.get(id);
  const form=document.getElementById('form').content.firstElementChild.cloneNode(true);
  const field=(name)=>form.querySelector('[name='+name+']');
  const fixed='fixed' in section.dataset,quote=s.textContent;
  form.toggleAttribute('data-fixed',fixed);
  field('comment').value=known?known.comment:'';
  field('suggestion').value=known&&known.suggestion!==null?known.suggestion:quote;
  const done=()=>{show(s);shut();s.focus()};
  field('keep').onclick=()=>{
    const comment=well(field('comment').value.trim()),written=well(field('suggestion').value);
    const suggests=!fixed&&written!==quote;
    put(id,comment===''&&!suggests?null:{...about(article),id,kind:suggests?'suggest':'comment',field:section.dataset.field,at:Number(s.dataset.at),quote,comment,suggestion:suggests?written:null});
    done();
  };
  field('drop').onclick=()=>{put(id,null);done()};
  field('close').onclick=()=>{shut();s.focus()};
  form.onkeydown=(event)=>{if(event.key==='Escape'){event.preventDefault();shut();s.focus()}};
  s.setAttribute('aria-expanded','true');
  s.closest('p').after(form);
  form.scrollIntoView({block:'nearest'});
  field('comment').focus({preventScroll:true});
}
function verdict(article,changed){
  const boxes=[...article.querySelectorAll('fieldset input')],words=article.querySelector('fieldset textarea');
  if(changed&&changed.checked)for(const box of boxes)if(box!==changed)box.checked=false;
  const chosen=boxes.find((box)=>box.checked),comment=well(words.value.trim()),id='v.'+article.dataset.item;
  put(id,!chosen&&comment===''?null:{...about(article),id,kind:chosen?chosen.value:'comment',field:'',at:null,quote:'',comment,suggestion:null});
}
function save(){
  if(marks.size===0){told.textContent=told.dataset.none;return}
  if(by.value.trim()===''){told.textContent=told.dataset.unnamed;by.focus();return}
  const now=new Date(),two=(n)=>String(n).padStart(2,'0');
  const day=now.getFullYear()+'-'+two(now.getMonth()+1)+'-'+two(now.getDate());
  const page={format:'${fileFormats.marks}',version:${MARKS_VERSION},workspace:body.dataset.workspace,review:body.dataset.review,reader,by:well(by.value.trim()),day,marks:[...marks.values()]};
  const name=body.dataset.file.replace('{by}',()=>page.by).replace(/[\\\\/:*?"<>|\\u0000-\\u001f]+/g,' ').trim().slice(0,80)+'.${fileExtensions.marks}';
  const link=document.createElement('a');
  link.href=URL.createObjectURL(new Blob([JSON.stringify(page)+'\\n'],{type:'application/json'}));
  link.download=name;
  link.click();
  setTimeout(()=>URL.revokeObjectURL(link.href),60000);
  saved=true;
  told.textContent=told.dataset.saved.replace('{file}',()=>name);
}
document.addEventListener('click',(event)=>{const s=event.target.closest('.s');if(s&&!getSelection().toString())open(s)});
document.addEventListener('keydown',(event)=>{if((event.key==='Enter'||event.key===' ')&&event.target.matches('.s')){event.preventDefault();open(event.target)}});
document.addEventListener('input',(event)=>{
  if(event.target===by){remember();told.textContent='';return}
  if(event.target.closest('fieldset'))verdict(event.target.closest('article'),event.target.type==='checkbox'?event.target:null);
});
document.getElementById('save').onclick=save;
addEventListener('beforeunload',(event)=>{if(!saved)event.preventDefault()});
recall();remember();count();
for(const s of document.querySelectorAll('.s'))show(s);
for(const article of document.querySelectorAll('article')){
  const mark=marks.get('v.'+article.dataset.item);
  if(!mark)continue;
  for(const box of article.querySelectorAll('fieldset input'))box.checked=box.value===mark.kind;
  article.querySelector('fieldset textarea').value=mark.comment;
}
`;
