import {parse,print,visit,buildASTSchema} from 'graphql';import {readFileSync} from 'node:fs';
const norm=f=>{const d=visit(parse(readFileSync(f,'utf8'),{noLocation:true}),{StringValue:n=>({...n,block:false})});
 const names=new Map();
 const defs=[];
 for(const n of d.definitions){ if(n.kind==='ScalarTypeExtension'){names.set('ext',n);continue;} defs.push(n);} 
 return defs.map(n=>{ if(n.kind==='ScalarTypeDefinition'&&n.name.value==='Handling'){return print({...n,directives:names.get('ext')?.directives??n.directives});} return print(n);}).sort().join('\n\n');};
import {writeFileSync} from 'node:fs';
writeFileSync('/tmp/a',norm(process.argv[2]));writeFileSync('/tmp/b',norm(process.argv[3]));
