import { test } from 'vitest';
import { bodyToMarkdown } from '../../../src/core/markdown/printMarkdown';
import { readMarkdown } from '../../../src/core/markdown/readMarkdown';
import type { InlineNode } from '../../../src/core/model/doc';
const N=1_000_000;
const t=(text:string,...m:string[])=>({type:'text',text,...(m.length?{marks:m.map((type)=>({type}))}:{})}) as InlineNode;
const cases: Record<string, InlineNode[]> = {
 emojiBold:[t('😀'.repeat(N/2),'bold'),t('night')],
 spaces:[t(`a${' '.repeat(N)}b`,'bold')],
 punct:[t('x'),t('。'.repeat(N),'bold'),t('night')],
 dots:[t('x'),t('.'.repeat(N/20),'bold'),t('night')],
 tokens:[t('#夜拍# '.repeat(N/50),'bold')],
 glued:Array.from({length:4000},(_,i)=>i%2?t('手机'):({type:'mention',attrs:{id:'汀岸'}} as InlineNode)),
 fences:Array.from({length:2000},(_,i)=>i%2?t('e.g.','bold'):t('night')),
 fences4:Array.from({length:4000},(_,i)=>i%2?t('e.g.','bold'):t('night')),
 spacesBold:Array.from({length:20000},(_,i)=>t(' ',i%2?'bold':'italic')),
};
for (const [name,content] of Object.entries(cases)) test(name,()=>{
 const a=performance.now(); const md=bodyToMarkdown({type:'doc',content:[{type:'paragraph',content}]}); const b=performance.now(); console.log(name,'print',Math.round(b-a));
 readMarkdown(`---\ntitle: t\n---\n${md}`,'x'); console.log(name,'read',Math.round(performance.now()-b),md.length);
},60000);
